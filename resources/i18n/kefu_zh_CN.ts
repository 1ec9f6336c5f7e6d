<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutPage</name>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. It uses Qt under the LGPL and other free software.</source>
        <translation>采用 MIT 许可的自由软件。使用了 LGPL 许可的 Qt 和其他自由软件。</translation>
    </message>
    <message>
        <source>Your data is kept in</source>
        <translation>您的数据保存在</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>许可证…</translation>
    </message>
    <message>
        <source>Copy system report</source>
        <translation>复制系统报告</translation>
    </message>
    <message>
        <source>Versions, screens and the last failure, to pass on with a question. No names, no customers.</source>
        <translation>包含版本、屏幕和最近一次故障，便于咨询时转交。不含姓名和客户。</translation>
    </message>
    <message>
        <source>Look for a newer version once a day</source>
        <translation>每天检查一次新版本</translation>
    </message>
    <message>
        <source>Sends nothing about you, and never installs anything by itself.</source>
        <translation>不发送任何与您有关的信息，也从不自行安装。</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>检查地址</translation>
    </message>
    <message>
        <source>The https address of a release, from whoever gave you Kefu Desk. Empty: nobody is asked.</source>
        <translation>版本信息的 https 地址，由提供本软件的人告知。留空则不检查。</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>打开其页面</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>This is the newest version.</source>
        <translation>已是最新版本。</translation>
    </message>
    <message>
        <source>Version {version} is there.</source>
        <translation>有新版本 {version}。</translation>
    </message>
</context>
<context>
    <name>AccountEditor</name>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save and connect</source>
        <translation>保存并连接</translation>
    </message>
    <message>
        <source>Progress of the test</source>
        <translation>测试进度</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>Singapore</source>
        <translation>新加坡</translation>
    </message>
    <message>
        <source>North America</source>
        <translation>北美</translation>
    </message>
    <message>
        <source>Mainland China</source>
        <translation>中国大陆</translation>
    </message>
    <message>
        <source>Custom address</source>
        <translation>自定义地址</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>账号名称</translation>
    </message>
    <message>
        <source>What this account is called in this app.</source>
        <translation>此账号在本应用中的名称。</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Begins with https://</source>
        <translation>以 https:// 开头</translation>
    </message>
    <message>
        <source>appid</source>
        <translation>appid</translation>
    </message>
    <message>
        <source>From the Sobot console: Settings, API.</source>
        <translation>在智齿控制台的“设置 - API”中查看。</translation>
    </message>
    <message>
        <source>Kept in this computer&apos;s key store only.</source>
        <translation>只保存在本机的密钥库中。</translation>
    </message>
    <message>
        <source>Stored. Leave empty to keep it, or type a new one.</source>
        <translation>已保存。留空则不变，或输入新的密钥。</translation>
    </message>
    <message>
        <source>app_key</source>
        <translation>app_key</translation>
    </message>
    <message>
        <source>Proxy (optional)</source>
        <translation>代理（可选）</translation>
    </message>
    <message>
        <source>For example http://proxy.example.com:8080</source>
        <translation>例如 http://proxy.example.com:8080</translation>
    </message>
    <message>
        <source>My account</source>
        <translation>我的账号</translation>
    </message>
</context>
<context>
    <name>AccountScreens</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>添加账号</translation>
    </message>
    <message>
        <source>Remove this account…</source>
        <translation>移除此账号…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open this account</source>
        <translation>打开此账号</translation>
    </message>
    <message>
        <source>{name} (open)</source>
        <translation>{name}（已打开）</translation>
    </message>
    <message>
        <source>Remove the account “{name}”?</source>
        <translation>移除账号“{name}”？</translation>
    </message>
    <message>
        <source>Its customers and keys are removed from this computer. Nothing changes in Sobot.</source>
        <translation>该账号的客户资料和密钥将从本机删除，智齿中的数据不受影响。</translation>
    </message>
    <message>
        <source>Remove from this computer</source>
        <translation>从本机移除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Blacklist</source>
        <translation>黑名单</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Kefu Desk</source>
        <translation>Kefu Desk</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>About Kefu Desk</source>
        <translation>关于 Kefu Desk</translation>
    </message>
    <message>
        <source>Measure how smoothly the window runs</source>
        <translation>测量窗口运行是否流畅</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Show or hide the detail panel</source>
        <translation>显示或隐藏详情面板</translation>
    </message>
    <message>
        <source>Show or hide the words of the rail</source>
        <translation>显示或隐藏导航文字</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>返回上一步</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换浅色和深色</translation>
    </message>
    <message>
        <source>Switch between comfortable and compact</source>
        <translation>切换宽松和紧凑</translation>
    </message>
    <message>
        <source>Switch between English and Chinese</source>
        <translation>切换中文和英文</translation>
    </message>
    <message>
        <source>Pull changes now</source>
        <translation>立即拉取更新</translation>
    </message>
    <message>
        <source>Cancel the pull</source>
        <translation>取消拉取</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>搜索客户</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>添加筛选条件</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>清空搜索和筛选</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>保存此视图</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>打开客户</translation>
    </message>
    <message>
        <source>Peek at the customer</source>
        <translation>快速查看客户</translation>
    </message>
    <message>
        <source>Select the whole result</source>
        <translation>选择全部结果</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>清除选择</translation>
    </message>
    <message>
        <source>Copy the cell or the selected rows</source>
        <translation>复制单元格或所选行</translation>
    </message>
    <message>
        <source>Copy the phone number</source>
        <translation>复制电话号码</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>打标签</translation>
    </message>
    <message>
        <source>Write a follow-up record</source>
        <translation>写跟进记录</translation>
    </message>
    <message>
        <source>Repeat the last tagging</source>
        <translation>重复上次打标签</translation>
    </message>
    <message>
        <source>Edit the customer</source>
        <translation>编辑客户</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>Set the stage</source>
        <translation>设置跟进阶段</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Claim: assign to me</source>
        <translation>领取：分配给我</translation>
    </message>
    <message>
        <source>Put into the pool</source>
        <translation>放入客户池</translation>
    </message>
    <message>
        <source>Put into the pool as invalid</source>
        <translation>作为无效客户放入客户池</translation>
    </message>
    <message>
        <source>Say which agent I am</source>
        <translation>设置我是哪位客服</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>My customers</source>
        <translation>我的客户</translation>
    </message>
    <message>
        <source>New customers</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>Customers to assign</source>
        <translation>待分配客户</translation>
    </message>
    <message>
        <source>Customers being followed up</source>
        <translation>跟进中的客户</translation>
    </message>
    <message>
        <source>Customer pool</source>
        <translation>客户池</translation>
    </message>
    <message>
        <source>Add to blacklist</source>
        <translation>加入黑名单</translation>
    </message>
    <message>
        <source>Lift the ban</source>
        <translation>移出黑名单</translation>
    </message>
    <message>
        <source>Search the blacklist</source>
        <translation>搜索黑名单</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>显示客户</translation>
    </message>
    <message>
        <source>Extend the ban</source>
        <translation>延长拉黑</translation>
    </message>
    <message>
        <source>Lift the chosen bans</source>
        <translation>将所选移出黑名单</translation>
    </message>
    <message>
        <source>Try the ban again</source>
        <translation>重试拉黑</translation>
    </message>
    <message>
        <source>Export the blacklist</source>
        <translation>导出黑名单</translation>
    </message>
    <message>
        <source>New company</source>
        <translation>新建企业</translation>
    </message>
    <message>
        <source>Look up a text in several languages</source>
        <translation>查询多语言文本</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Decide or correct the edit</source>
        <translation>处理冲突或更正修改</translation>
    </message>
    <message>
        <source>Send the edit again</source>
        <translation>重新发送修改</translation>
    </message>
    <message>
        <source>Correct the edit</source>
        <translation>更正修改</translation>
    </message>
    <message>
        <source>Discard the edit</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Search tags</source>
        <translation>搜索标签</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>New tag group</source>
        <translation>新建标签组</translation>
    </message>
    <message>
        <source>Rename the tag</source>
        <translation>重命名标签</translation>
    </message>
    <message>
        <source>Edit the parameter name</source>
        <translation>编辑参数名称</translation>
    </message>
    <message>
        <source>Delete the tag</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>Show the customers with the tag</source>
        <translation>查看有此标签的客户</translation>
    </message>
    <message>
        <source>Merge tags</source>
        <translation>合并标签</translation>
    </message>
    <message>
        <source>Move the tags to another group</source>
        <translation>将标签移到其他组</translation>
    </message>
    <message>
        <source>Split the tags off into a new group</source>
        <translation>将标签拆分到新标签组</translation>
    </message>
    <message>
        <source>Leave every customer one tag of the group</source>
        <translation>每位客户只保留组内一个标签</translation>
    </message>
    <message>
        <source>Rename the group</source>
        <translation>重命名标签组</translation>
    </message>
    <message>
        <source>Recolour the group</source>
        <translation>更改标签组颜色</translation>
    </message>
    <message>
        <source>Switch between single and multiple choice</source>
        <translation>切换单选与多选</translation>
    </message>
    <message>
        <source>Delete the group</source>
        <translation>删除标签组</translation>
    </message>
    <message>
        <source>Near-duplicate tags</source>
        <translation>近似重复的标签</translation>
    </message>
    <message>
        <source>Broken single choice</source>
        <translation>违反单选的客户</translation>
    </message>
    <message>
        <source>Search the board</source>
        <translation>搜索看板</translation>
    </message>
    <message>
        <source>Filter the board</source>
        <translation>筛选看板</translation>
    </message>
    <message>
        <source>Move the card to the stage before</source>
        <translation>把卡片移到上一阶段</translation>
    </message>
    <message>
        <source>Move the card to the next stage</source>
        <translation>把卡片移到下一阶段</translation>
    </message>
    <message>
        <source>Pick the card up, or drop it</source>
        <translation>拿起或放下卡片</translation>
    </message>
    <message>
        <source>Choose the stage of the card</source>
        <translation>选择卡片的阶段</translation>
    </message>
    <message>
        <source>Mark as won</source>
        <translation>标记为成交</translation>
    </message>
    <message>
        <source>Mark as lost</source>
        <translation>标记为失败</translation>
    </message>
    <message>
        <source>Mark as invalid</source>
        <translation>标记为无效</translation>
    </message>
    <message>
        <source>Import customers…</source>
        <translation>导入客户…</translation>
    </message>
    <message>
        <source>Export customers…</source>
        <translation>导出客户…</translation>
    </message>
</context>
<context>
    <name>AgentAsking</name>
    <message>
        <source>Which agent are you?</source>
        <translation>您是哪位客服？</translation>
    </message>
</context>
<context>
    <name>AgentPicker</name>
    <message>
        <source>Search agents and departments…</source>
        <translation>搜索客服和部门…</translation>
    </message>
    <message>
        <source>Ctrl+Enter takes several</source>
        <translation>Ctrl+Enter 可多选</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
</context>
<context>
    <name>AppearanceForm</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
</context>
<context>
    <name>Assigning</name>
    <message>
        <source>Me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>Assign a waiting customer</source>
        <translation>分配待分配客户</translation>
    </message>
    <message>
        <source>Assign from the pool</source>
        <translation>从客户池分配</translation>
    </message>
    <message>
        <source>Claim from the pool</source>
        <translation>从客户池领取</translation>
    </message>
    <message>
        <source>Hand over my customer</source>
        <translation>转交我的客户</translation>
    </message>
    <message>
        <source>Change the agent</source>
        <translation>更换负责客服</translation>
    </message>
    <message>
        <source>{way}: {count}</source>
        <translation>{way}：{count}</translation>
    </message>
    <message>
        <source>Assigned {customer} to {agent}</source>
        <translation>已将 {customer} 分配给 {agent}</translation>
    </message>
    <message>
        <source>{customer} is yours now</source>
        <translation>{customer} 现在由您负责</translation>
    </message>
    <message>
        <source>Put {customer} into the pool</source>
        <translation>已将 {customer} 放入客户池</translation>
    </message>
    <message>
        <source>Put {customer} into the pool as invalid</source>
        <translation>已将 {customer} 作为无效客户放入客户池</translation>
    </message>
    <message>
        <source>Put {customer} into the pool?</source>
        <translation>将 {customer} 放入客户池？</translation>
    </message>
    <message>
        <source>Put {customer} into the pool as invalid?</source>
        <translation>将 {customer} 作为无效客户放入客户池？</translation>
    </message>
    <message>
        <source>Nobody follows this customer, so there is no undo: it can only be assigned anew.</source>
        <translation>该客户没有负责客服，因此无法撤销，只能重新分配。</translation>
    </message>
    <message>
        <source>Change the agent of {customer} to {agent}</source>
        <translation>将 {customer} 的负责客服改为 {agent}</translation>
    </message>
    <message>
        <source>Assign {customer} to {agent}</source>
        <translation>将 {customer} 分配给 {agent}</translation>
    </message>
    <message>
        <source>Put {customer} into the customer pool</source>
        <translation>将 {customer} 放入客户池</translation>
    </message>
    <message>
        <source>Put {customer} into the customer pool as invalid</source>
        <translation>将 {customer} 作为无效客户放入客户池</translation>
    </message>
</context>
<context>
    <name>BanBar</name>
    <message>
        <source>Counts and actions</source>
        <translation>数量与操作</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Send what was refused once more</source>
        <translation>重新发送被拒绝的操作</translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation>延长…</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} / {total}</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 项</translation>
    </message>
</context>
<context>
    <name>BanDialog</name>
    <message>
        <source>Say why: colleagues decide by it.</source>
        <translation>请写明原因，同事会据此判断。</translation>
    </message>
    <message>
        <source>Extend the ban of {who}</source>
        <translation>延长 {who} 的拉黑</translation>
    </message>
    <message>
        <source>Blacklist {who}</source>
        <translation>将 {who} 加入黑名单</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Keep this reason as a template</source>
        <translation>将此原因存为模板</translation>
    </message>
    <message>
        <source>Give them this end and reason too</source>
        <translation>对他们也应用此时长和原因</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延长</translation>
    </message>
    <message>
        <source>Add to blacklist</source>
        <translation>加入黑名单</translation>
    </message>
    <message>
        <source>The time starts anew with this change.</source>
        <translation>修改后重新开始计时。</translation>
    </message>
    <message>
        <source>Sobot kept the old end last time: the ban is lifted now and made anew.</source>
        <translation>上次 Sobot 保留了原结束时间：这次会先移出再重新拉黑。</translation>
    </message>
    <message>
        <source>Now: {kind}.</source>
        <translation>当前：{kind}。</translation>
    </message>
    <message>
        <source>Now: {kind}, until {until}.</source>
        <translation>当前：{kind}，至 {until}。</translation>
    </message>
    <message>
        <source>On the blacklist already: {kind}. This gives the ban a new end.</source>
        <translation>已在黑名单中：{kind}。此操作会设定新的结束时间。</translation>
    </message>
    <message>
        <source>On the blacklist already: {kind}, until {until}. This gives the ban a new end.</source>
        <translation>已在黑名单中：{kind}，至 {until}。此操作会设定新的结束时间。</translation>
    </message>
    <message>
        <source>Ends only when somebody lifts it.</source>
        <translation>不会自动结束，需手动移出。</translation>
    </message>
    <message>
        <source>Ends {moment}, in {length}.</source>
        <translation>{moment} 结束，时长 {length}。</translation>
    </message>
    <message>
        <source>Earlier than it would end now.</source>
        <translation>比当前的结束时间更早。</translation>
    </message>
</context>
<context>
    <name>BanExport</name>
    <message>
        <source>Export the blacklist</source>
        <translation>导出黑名单</translation>
    </message>
    <message>
        <source>blacklist</source>
        <translation>黑名单</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ban(s) written to {file}</source>
        <translation>
            <numerusform>已将 %Ln 条记录写入 {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>BanFilterBar</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>加入时间</translation>
    </message>
    <message>
        <source>Added from</source>
        <translation>加入时间从</translation>
    </message>
    <message>
        <source>Added up to</source>
        <translation>加入时间至</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>BanNotices</name>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Blacklist</source>
        <translation>黑名单</translation>
    </message>
    <message>
        <source>A customer</source>
        <translation>一位客户</translation>
    </message>
    <message>
        <source>{who} was blacklisted by a colleague until {moment}</source>
        <translation>同事已将 {who} 拉黑至 {moment}</translation>
    </message>
    <message>
        <source>{who} was blacklisted by a colleague for good</source>
        <translation>同事已将 {who} 永久拉黑</translation>
    </message>
    <message>
        <source>A colleague changed the ban of {who}: until {moment}</source>
        <translation>同事修改了 {who} 的拉黑：至 {moment}</translation>
    </message>
    <message>
        <source>A colleague changed the ban of {who}: for good</source>
        <translation>同事修改了 {who} 的拉黑：永久</translation>
    </message>
    <message>
        <source>A colleague lifted the ban of {who}</source>
        <translation>同事已将 {who} 移出黑名单</translation>
    </message>
    <message>
        <source>The ban of {who} ends at {moment}</source>
        <translation>{who} 的拉黑将于 {moment} 结束</translation>
    </message>
</context>
<context>
    <name>BanSearch</name>
    <message>
        <source>Search name, reason…</source>
        <translation>搜索姓名、原因…</translation>
    </message>
    <message>
        <source>Search the blacklist</source>
        <translation>搜索黑名单</translation>
    </message>
</context>
<context>
    <name>Banning</name>
    <message>
        <source>Nobody of them is on the blacklist</source>
        <translation>所选客户都不在黑名单中</translation>
    </message>
    <message>
        <source>Lifted the ban of {who}</source>
        <translation>已将 {who} 移出黑名单</translation>
    </message>
    <message>
        <source>All of them are on the blacklist already</source>
        <translation>他们都已在黑名单中</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{who} blacklisted for good</source>
        <translation>已将 {who} 永久拉黑</translation>
    </message>
    <message>
        <source>{who}: ban extended to {moment}</source>
        <translation>{who}：拉黑延长至 {moment}</translation>
    </message>
    <message>
        <source>{who} blacklisted until {moment}</source>
        <translation>已将 {who} 拉黑至 {moment}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>Blacklist</name>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>On the blacklist</source>
        <translation>在黑名单中</translation>
    </message>
    <message>
        <source>Ended, not confirmed</source>
        <translation>已到期，待确认</translation>
    </message>
    <message>
        <source>Waiting or refused</source>
        <translation>待发送或被拒绝</translation>
    </message>
    <message>
        <source>Lifted</source>
        <translation>已移出</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Any kind</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>Any end</source>
        <translation>全部结束时间</translation>
    </message>
    <message>
        <source>Ends within the hour</source>
        <translation>一小时内结束</translation>
    </message>
    <message>
        <source>Ends this shift</source>
        <translation>本班次内结束</translation>
    </message>
    <message>
        <source>Ends today</source>
        <translation>今天结束</translation>
    </message>
    <message>
        <source>Has no end</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>Added at any time</source>
        <translation>全部加入时间</translation>
    </message>
    <message>
        <source>Added today</source>
        <translation>今天加入</translation>
    </message>
    <message>
        <source>Added in the last 7 days</source>
        <translation>最近 7 天加入</translation>
    </message>
    <message>
        <source>Added in the last 30 days</source>
        <translation>最近 30 天加入</translation>
    </message>
    <message>
        <source>Added between…</source>
        <translation>指定加入时间…</translation>
    </message>
    <message>
        <source>Ban ended {moment}, not confirmed</source>
        <translation>拉黑已于 {moment} 到期，待确认</translation>
    </message>
    <message>
        <source>Blacklisted for good</source>
        <translation>永久拉黑</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>Blacklisted</source>
        <translation>已拉黑</translation>
    </message>
    <message>
        <source>Blacklisted until {moment}</source>
        <translation>拉黑至 {moment}</translation>
    </message>
    <message>
        <source>until {moment}</source>
        <translation>至 {moment}</translation>
    </message>
    <message>
        <source>ended?</source>
        <translation>已到期？</translation>
    </message>
    <message>
        <source>For good</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 小时</translation>
    </message>
    <message>
        <source>48 hours</source>
        <translation>48 小时</translation>
    </message>
    <message>
        <source>72 hours</source>
        <translation>72 小时</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <translation>即将结束</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>未填写原因</translation>
    </message>
    <message>
        <source>The former ban is gone, the new one was refused: this customer can write in. “Finish” tries again.</source>
        <translation>原拉黑已移出，新拉黑被拒绝：该客户现在可以发起会话。点击“完成”重试。</translation>
    </message>
    <message>
        <source>Sobot refused the change. The outbox says why.</source>
        <translation>Sobot 拒绝了此修改，原因见待发送。</translation>
    </message>
    <message>
        <source>Not on Sobot yet: it is sent as soon as there is a network.</source>
        <translation>尚未同步到 Sobot，联网后自动发送。</translation>
    </message>
    <message>
        <source>It is sent as soon as there is a network.</source>
        <translation>联网后自动发送。</translation>
    </message>
    <message>
        <source>Its time is over by this clock. The next pull shows whether Sobot has let go of it.</source>
        <translation>按本机时间已到期，下次拉取后可确认 Sobot 是否已解除。</translation>
    </message>
    <message>
        <source>Being lifted</source>
        <translation>正在移出</translation>
    </message>
    <message>
        <source>Being extended</source>
        <translation>正在延长</translation>
    </message>
    <message>
        <source>Being added</source>
        <translation>正在加入</translation>
    </message>
    <message>
        <source>Not blacklisted: refused</source>
        <translation>未拉黑：被拒绝</translation>
    </message>
    <message>
        <source>Still blacklisted: lifting was refused</source>
        <translation>仍在黑名单：移出被拒绝</translation>
    </message>
    <message>
        <source>Not extended: refused</source>
        <translation>未延长：被拒绝</translation>
    </message>
    <message>
        <source>Blacklist {customer} ({kind}): {reason}</source>
        <translation>将 {customer} 拉黑（{kind}）：{reason}</translation>
    </message>
    <message>
        <source>Lift the ban of {customer}</source>
        <translation>将 {customer} 移出黑名单</translation>
    </message>
</context>
<context>
    <name>BlacklistForm</name>
    <message>
        <source>Tell me of the blacklist</source>
        <translation>通知我黑名单的变化</translation>
    </message>
    <message>
        <source>Bans that end within the hour, and bans that a colleague added, changed or lifted.</source>
        <translation>一小时内结束的拉黑，以及同事新增、修改或移出的拉黑。</translation>
    </message>
    <message>
        <source>My shift ends at</source>
        <translation>我的下班时间</translation>
    </message>
    <message>
        <source>For the filter “Ends this shift”.</source>
        <translation>用于筛选“本班次内结束”。</translation>
    </message>
    <message>
        <source>Templates of reasons</source>
        <translation>原因模板</translation>
    </message>
    <message>
        <source>One a line. They stay on this computer.</source>
        <translation>每行一条，仅保存在本机。</translation>
    </message>
</context>
<context>
    <name>BlacklistPage</name>
    <message>
        <source>Blacklist</source>
        <translation>黑名单</translation>
    </message>
    <message>
        <source>Customers on the blacklist</source>
        <translation>黑名单中的客户</translation>
    </message>
    <message>
        <source>List of {moment} ({age}). Without the network the times go on by this clock.</source>
        <translation>{moment} 的名单（{age}）。断网时按本机时钟继续计时。</translation>
    </message>
    <message>
        <source>List of {moment} ({age})</source>
        <translation>{moment} 的名单（{age}）</translation>
    </message>
</context>
<context>
    <name>BoardColumn</name>
    <message>
        <source>No stage</source>
        <translation>无阶段</translation>
    </message>
    <message>
        <source>{stage}, customers: {count}</source>
        <translation>{stage}，客户数：{count}</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>暂无客户</translation>
    </message>
</context>
<context>
    <name>BoardMoves</name>
    <message>
        <source>Sobot cannot take a stage away from a customer: choose another stage instead.</source>
        <translation>智齿无法取消客户的跟进阶段，请改选其他阶段。</translation>
    </message>
    <message>
        <source>{customer} stays where it was. {reason}</source>
        <translation>{customer} 留在原阶段。{reason}</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>跟进阶段</translation>
    </message>
</context>
<context>
    <name>BoxesEditor</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>BrokenState</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>隐藏详情</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>显示详情</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>BrokenView</name>
    <message>
        <source>Broken single choice</source>
        <translation>违反单选的客户</translation>
    </message>
    <message>
        <source>These customers have several tags of a group that allows one. Press the tag that stays.</source>
        <translation>这些客户在单选组中有多个标签。请点击要保留的标签。</translation>
    </message>
    <message>
        <source>No customer has two tags of a group that allows one.</source>
        <translation>没有客户在单选组中有两个标签。</translation>
    </message>
    <message>
        <source>Every single choice is kept</source>
        <translation>所有单选组都符合规则</translation>
    </message>
    <message>
        <source>Keep “{tag}”, take the others from {customer}</source>
        <translation>保留“{tag}”，移除 {customer} 的其余标签</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message>
        <source>Choose a value for: {fields}</source>
        <translation>请为以下字段选择值：{fields}</translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln customer(s)</source>
        <translation>
            <numerusform>修改 %Ln 位客户</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick what shall change. A ticked field that is left blank is cleared. Nothing is sent yet.</source>
        <translation>勾选要修改的字段。勾选后留空表示清空。此时不会发送任何内容。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Change {field}</source>
        <translation>修改{field}</translation>
    </message>
</context>
<context>
    <name>Busy</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Previous month</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下个月</translation>
    </message>
</context>
<context>
    <name>CardCarrying</name>
    <message>
        <source>There is no stage further on</source>
        <translation>已经没有更多阶段</translation>
    </message>
    <message>
        <source>To {stage}</source>
        <translation>移到 {stage}</translation>
    </message>
    <message>
        <source>{customer} picked up. Left and Right choose the stage, Enter drops, Esc lets it be.</source>
        <translation>已拿起 {customer}。左右键选择阶段，回车放下，Esc 取消。</translation>
    </message>
    <message>
        <source>Left where it was</source>
        <translation>留在原处</translation>
    </message>
</context>
<context>
    <name>Cell</name>
    <message>
        <source>Changed meanwhile to: {value}</source>
        <translation>期间已被改为：{value}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Use that</source>
        <translation>采用该值</translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>No change is known</source>
        <translation>没有已知的变更</translation>
    </message>
    <message>
        <source>As far as the history of this customer is on this computer.</source>
        <translation>仅限本机已获取的客户历史。</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Rows of the file</source>
        <translation>文件中的行</translation>
    </message>
    <message>
        <source>Press Enter or double-click to correct a cell: the row is checked again at once.</source>
        <translation>按回车或双击单元格即可修改，该行会立即重新检查。</translation>
    </message>
</context>
<context>
    <name>ChoiceDialog</name>
    <message>
        <source>Allow one tag of “{name}” only?</source>
        <translation>“{name}”只允许一个标签？</translation>
    </message>
    <message>
        <source>{customers} have several of its tags:</source>
        <translation>{customers}有其中多个标签：</translation>
    </message>
    <message>
        <source>They keep them for now. “Broken single choice” lists them, and there you choose which tag stays.</source>
        <translation>这些标签暂时保留。“违反单选的客户”会列出他们，可在那里选择保留哪个标签。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Allow one only</source>
        <translation>改为单选</translation>
    </message>
</context>
<context>
    <name>ChoiceEditing</name>
    <message>
        <source>Use the tag ID “{}”</source>
        <translation>使用标签 ID“{}”</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>ColourPicker</name>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colour as #RRGGBB</source>
        <translation>颜色，格式为 #RRGGBB</translation>
    </message>
    <message>
        <source>Choose a colour, or type one as #RRGGBB.</source>
        <translation>请选择颜色，或按 #RRGGBB 输入。</translation>
    </message>
    <message>
        <source>This is no colour. It is shown as neutral; type one as #RRGGBB.</source>
        <translation>这不是有效颜色，将以中性色显示；请按 #RRGGBB 输入。</translation>
    </message>
    <message>
        <source>Contrast on white {ratio}:1.</source>
        <translation>与白色的对比度为 {ratio}:1。</translation>
    </message>
    <message>
        <source>Faint on white pages; here its words are darkened until they read well.</source>
        <translation>在白色页面上较淡；此处会加深文字直到清晰可读。</translation>
    </message>
</context>
<context>
    <name>ColourPopup</name>
    <message>
        <source>Colour of the group</source>
        <translation>标签组颜色</translation>
    </message>
    <message>
        <source>Recolour</source>
        <translation>更改颜色</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>隐藏此列</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>选择列…</translation>
    </message>
    <message>
        <source>Back to the standard columns</source>
        <translation>恢复默认列</translation>
    </message>
</context>
<context>
    <name>ColumnsStep</name>
    <message>
        <source>Look whether every column is understood as it is meant.</source>
        <translation>请核对每一列是否都按原意理解。</translation>
    </message>
    <message>
        <source>The first rows, as they would be imported</source>
        <translation>前几行导入后的样子</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>文件中的列</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Is imported as</source>
        <translation>导入为</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>第 {number} 列</translation>
    </message>
    <message>
        <source>{column} is imported as</source>
        <translation>{column} 导入为</translation>
    </message>
</context>
<context>
    <name>ComboLine</name>
    <message>
        <source>Show the list</source>
        <translation>显示列表</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Changed by somebody else too</source>
        <translation>他人也作了修改</translation>
    </message>
    <message>
        <source>Since you made this edit, somebody else changed the same. Choose what it shall be.</source>
        <translation>在您修改之后，他人也改了同一处。请选择以哪一个为准。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原来</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>您的修改</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>服务器上</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Keep the server&apos;s</source>
        <translation>保留服务器上的</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>选择方式</translation>
    </message>
    <message>
        <source>Parameter name</source>
        <translation>参数名</translation>
    </message>
    <message>
        <source>On the blacklist</source>
        <translation>黑名单</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>ConnectionBanner</name>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
</context>
<context>
    <name>ContactLine</name>
    <message>
        <source>Copy {field}</source>
        <translation>复制{field}</translation>
    </message>
</context>
<context>
    <name>CountBar</name>
    <message>
        <source>Counts and actions</source>
        <translation>数量与操作</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>清除选择</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} / {total}</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count}</translation>
    </message>
    <message>
        <source>Select all {count}</source>
        <translation>选择全部 {count}</translation>
    </message>
</context>
<context>
    <name>CountedBans</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) {hours} h</source>
        <translation>
            <numerusform>%n 天 {hours} 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h {minutes} min</source>
        <translation>
            <numerusform>%n 小时 {minutes} 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{minutes} min %n s</source>
        <translation>
            <numerusform>{minutes} 分 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln 位客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Blacklist %Ln customer(s) ({kind}): {reason}</source>
        <translation>
            <numerusform>将 %Ln 位客户拉黑（{kind}）：{reason}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Lift the bans of %Ln customer(s)</source>
        <translation>
            <numerusform>将 %Ln 位客户移出黑名单</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln on the list</source>
        <translation>
            <numerusform>名单中 %Ln 位</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are on the blacklist already.</source>
        <translation>
            <numerusform>其中 %Ln 位已在黑名单中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) were blacklisted by a colleague</source>
        <translation>
            <numerusform>同事新拉黑了 %Ln 位客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ban(s) were changed by a colleague</source>
        <translation>
            <numerusform>同事修改了 %Ln 条拉黑</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ban(s) were lifted by a colleague</source>
        <translation>
            <numerusform>同事移出了 %Ln 条拉黑</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln ban(s) end within the hour</source>
        <translation>
            <numerusform>%Ln 条拉黑将在一小时内结束</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountedTags</name>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln 个标签</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln 位客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>另有 %Ln 位</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln tag(s)</source>
        <translation>
            <numerusform>删除 %Ln 个标签</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountedWords</name>
    <message numerus="yes">
        <source>Add {tags} to %n customer(s)</source>
        <translation>
            <numerusform>给 %n 位客户添加 {tags}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {tags} from %n customer(s)</source>
        <translation>
            <numerusform>从 %n 位客户移除 {tags}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} 等另外 %n 位</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) need a decision of yours.</source>
        <translation>
            <numerusform>%n 项修改需要您处理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) wait: another program uses the same appid and takes turns with this one. Nothing is lost.</source>
        <translation>
            <numerusform>%n 项修改在等待：另一个程序正在使用同一 appid，两者轮流使用。不会丢失任何内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) wait until the account is put right in the settings. Nothing is lost.</source>
        <translation>
            <numerusform>%n 项修改在等待，请先在设置中更正账号。不会丢失任何内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) wait for the network. Nothing is lost; they leave by themselves.</source>
        <translation>
            <numerusform>%n 项修改在等待网络。不会丢失任何内容，联网后自动发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) on the way.</source>
        <translation>
            <numerusform>%n 项修改正在发送。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CreationForm</name>
    <message>
        <source>The clipboard holds no contact: copy a name with a phone first</source>
        <translation>剪贴板中没有联系人：请先复制姓名和电话</translation>
    </message>
</context>
<context>
    <name>CustomerAssigning</name>
    <message>
        <source>Put into the pool</source>
        <translation>放入客户池</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Nobody is selected.</source>
        <translation>没有选择客户。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>CustomerTagging</name>
    <message>
        <source>Nothing to repeat yet: T tags, . does the same again</source>
        <translation>还没有可重复的操作：按 T 打标签，按 . 再来一次</translation>
    </message>
    <message>
        <source>Nothing to change: the tags are as wanted already</source>
        <translation>无需修改：标签已经如此</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>Customers</name>
    <message>
        <source>Only {filter}</source>
        <translation>只看 {filter}</translation>
    </message>
</context>
<context>
    <name>CustomersMeant</name>
    <message>
        <source>No customer is selected.</source>
        <translation>没有选中客户。</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>{phone} is on the clipboard</source>
        <translation>已复制 {phone}</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>已复制 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>DayEditor</name>
    <message>
        <source>Open the calendar</source>
        <translation>打开日历</translation>
    </message>
</context>
<context>
    <name>DetailHeader</name>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Blacklisted</source>
        <translation>黑名单</translation>
    </message>
    <message>
        <source>No tags</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>打标签</translation>
    </message>
    <message>
        <source>Tag the customer</source>
        <translation>给客户打标签</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Assign the customer</source>
        <translation>分配该客户</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Set the stage of the customer</source>
        <translation>设置客户的跟进阶段</translation>
    </message>
    <message>
        <source>WeCom tag: {tag}. It is edited in WeCom.</source>
        <translation>企微标签：{tag}。请在企业微信中修改。</translation>
    </message>
    <message>
        <source>Delete removes the tag</source>
        <translation>按 Delete 移除标签</translation>
    </message>
    <message>
        <source>No stage</source>
        <translation>无跟进阶段</translation>
    </message>
    <message>
        <source>Agent: {name}</source>
        <translation>负责客服：{name}</translation>
    </message>
    <message>
        <source>Not assigned to an agent</source>
        <translation>未分配负责客服</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Customer details</source>
        <translation>客户详情</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Refresh from the server</source>
        <translation>从服务器刷新</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show empty fields</source>
        <translation>显示空字段</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose a customer to see every field of the record here.</source>
        <translation>选择一位客户，在这里查看全部字段。</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>资料</translation>
    </message>
</context>
<context>
    <name>DetailTabs</name>
    <message>
        <source>Parts of the record</source>
        <translation>记录的各部分</translation>
    </message>
</context>
<context>
    <name>DryRunDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) get other tags.</source>
        <translation>
            <numerusform>%Ln 位客户的标签将改变。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to change: everything is so already.</source>
        <translation>无需更改：一切已经如此。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln already as wanted.</source>
        <translation>
            <numerusform>%Ln 位已符合要求。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known on this computer: left alone.</source>
        <translation>
            <numerusform>%Ln 位在本机上未知：不作更改。</numerusform>
        </translation>
    </message>
    <message>
        <source>It can be paused, cancelled and undone.</source>
        <translation>可以暂停、取消和撤销。</translation>
    </message>
    <message>
        <source>It can be paused and cancelled, but not undone.</source>
        <translation>可以暂停和取消，但无法撤销。</translation>
    </message>
    <message numerus="yes">
        <source>It can be paused, cancelled and undone, but for %Ln customer(s).</source>
        <translation>
            <numerusform>可以暂停、取消和撤销，但其中 %Ln 位客户无法撤销。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) change.</source>
        <translation>
            <numerusform>%Ln 位客户将被修改。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them lose another tag, because its group allows only one:</source>
        <translation>
            <numerusform>其中 %Ln 位将失去另一个标签，因为该标签组为单选：</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to change.</source>
        <translation>无需修改。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be changed so:</source>
        <translation>
            <numerusform>%Ln 位不能这样修改：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicateWatch</name>
    <message>
        <source>Edit {name} instead</source>
        <translation>改为编辑 {name}</translation>
    </message>
    <message>
        <source>Offline: only this computer was searched for the same phone or e-mail.</source>
        <translation>离线：只在本机查找了相同的电话或邮箱。</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) have this phone or e-mail. Sobot would update one of them and create none.</source>
        <translation>
            <numerusform>有 %n 位客户使用此电话或邮箱。智齿会更新其中一位，而不会新建。</numerusform>
        </translation>
    </message>
    <message>
        <source>So far only this computer was searched.</source>
        <translation>目前只在本机查找过。</translation>
    </message>
    <message>
        <source>{name} has the same phone. Sobot would update that customer and create none.</source>
        <translation>{name} 使用相同的电话。智齿会更新该客户，而不会新建。</translation>
    </message>
    <message>
        <source>{name} has the same e-mail. Sobot would update that customer and create none.</source>
        <translation>{name} 使用相同的邮箱。智齿会更新该客户，而不会新建。</translation>
    </message>
    <message>
        <source>{name} has the same phone and e-mail. Sobot would update that customer and create none.</source>
        <translation>{name} 使用相同的电话和邮箱。智齿会更新该客户，而不会新建。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message>
        <source>Near-duplicate tags</source>
        <translation>近似重复的标签</translation>
    </message>
    <message>
        <source>Tags that may be meant to be one. Press a tag to go there and rename it, or merge the two.</source>
        <translation>可能本应是同一个的标签。点击标签可前往重命名，也可将两者合并。</translation>
    </message>
    <message>
        <source>Case, width, blanks, pinyin and slips of the keyboard were compared.</source>
        <translation>已比较大小写、全半角、空格、拼音和输入差错。</translation>
    </message>
    <message>
        <source>No two tags have nearly the same name</source>
        <translation>没有名称近似的标签</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merge “{first}” and “{second}”</source>
        <translation>合并“{first}”和“{second}”</translation>
    </message>
</context>
<context>
    <name>EditWords</name>
    <message>
        <source>Change customers</source>
        <translation>修改客户</translation>
    </message>
    <message>
        <source>{what}: {names}</source>
        <translation>{what}：{names}</translation>
    </message>
    <message>
        <source>Tag customers</source>
        <translation>给客户打标签</translation>
    </message>
    <message>
        <source>Take tags from customers</source>
        <translation>移除客户的标签</translation>
    </message>
    <message>
        <source>Change fields of customers</source>
        <translation>修改客户字段</translation>
    </message>
    <message>
        <source>Set the stage</source>
        <translation>设置跟进阶段</translation>
    </message>
    <message>
        <source>Write a follow-up record</source>
        <translation>写跟进记录</translation>
    </message>
    <message>
        <source>Assign customers</source>
        <translation>分配客户</translation>
    </message>
    <message>
        <source>Put customers into the pool</source>
        <translation>放入客户池</translation>
    </message>
    <message>
        <source>Put customers on the blacklist</source>
        <translation>加入黑名单</translation>
    </message>
    <message>
        <source>Take customers off the blacklist</source>
        <translation>移出黑名单</translation>
    </message>
</context>
<context>
    <name>EndStep</name>
    <message>
        <source>Progress of the import</source>
        <translation>导入进度</translation>
    </message>
    <message>
        <source>Undo the changes</source>
        <translation>撤销更改</translation>
    </message>
    <message>
        <source>You can close this window: the import goes on, and its progress shows above the status line.</source>
        <translation>可以关闭此窗口：导入会继续进行，进度显示在状态栏上方。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Save the rows that were not imported…</source>
        <translation>保存未导入的行…</translation>
    </message>
    <message>
        <source>Customers that were created stay: Sobot has no way to remove them.</source>
        <translation>新建的客户会保留：智齿没有删除客户的接口。</translation>
    </message>
    <message>
        <source>Nothing had to be changed</source>
        <translation>没有需要更改的内容</translation>
    </message>
    <message>
        <source>The import was cancelled</source>
        <translation>导入已取消</translation>
    </message>
    <message>
        <source>The import is done</source>
        <translation>导入完成</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) created.</source>
        <translation>
            <numerusform>已新建 %Ln 位客户。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) changed.</source>
        <translation>
            <numerusform>已更改 %Ln 位客户。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unchanged.</source>
        <translation>
            <numerusform>%Ln 位不变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) not imported.</source>
        <translation>
            <numerusform>%Ln 行未导入。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Export customers</source>
        <translation>导出客户</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>正在写入 {file}…</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ExportScreens</name>
    <message>
        <source>Export customers</source>
        <translation>导出客户</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>About this file</source>
        <translation>文件说明</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) written to {file}</source>
        <translation>
            <numerusform>已将 %Ln 位客户写入 {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>FailuresDialog</name>
    <message numerus="yes">
        <source>%Ln customer(s) could not be changed</source>
        <translation>
            <numerusform>%Ln 位客户未能更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Retry all</source>
        <translation>全部重试</translation>
    </message>
    <message>
        <source>They are as they were before. All others are done.</source>
        <translation>他们保持原样，其余均已完成。</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>{field} (required)</source>
        <translation>{field}（必填）</translation>
    </message>
</context>
<context>
    <name>FieldView</name>
    <message>
        <source>Click to copy</source>
        <translation>点击复制</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>展开全部</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Region</source>
        <translation>省市区</translation>
    </message>
</context>
<context>
    <name>FigureControls</name>
    <message>
        <source>Find an agent</source>
        <translation>查找客服</translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln 位客服</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose agents</source>
        <translation>选择客服</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation>最近 365 天</translation>
    </message>
    <message>
        <source>Last two years</source>
        <translation>最近两年</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>自定义日期…</translation>
    </message>
    <message>
        <source>Fitting periods</source>
        <translation>自动时间段</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>按天</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>按周</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>Range of days</source>
        <translation>日期范围</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>时间段</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>统计维度</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时间段</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>全部客服</translation>
    </message>
    <message>
        <source>Assigned at</source>
        <translation>分配时间</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customer ID</source>
        <translation>客户 ID</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>自 {day} 起</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户数</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>其他全部</translation>
    </message>
    <message>
        <source>Week of {day}</source>
        <translation>{day} 起的一周</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Figures</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Assigned customers</source>
        <translation>分配客户数</translation>
    </message>
    <message>
        <source>Assignment records</source>
        <translation>分配记录</translation>
    </message>
    <message>
        <source>Customers over time</source>
        <translation>客户构成变化</translation>
    </message>
    <message>
        <source>Kinds of figures</source>
        <translation>统计类型</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Numbers of the chart</source>
        <translation>图表数据</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Picture of the chart (*.png)</source>
        <translation>图表图片 (*.png)</translation>
    </message>
</context>
<context>
    <name>FiguresScreens</name>
    <message>
        <source>Left</source>
        <translation>已离职</translation>
    </message>
    <message>
        <source>Whose figures?</source>
        <translation>查看谁的统计？</translation>
    </message>
    <message>
        <source>Choose agents</source>
        <translation>选择客服</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more are not told: the server names few at a time.</source>
        <translation>
            <numerusform>另有 %Ln 条服务器没有列出：它每次只返回少量记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the last %Ln are listed.</source>
        <translation>
            <numerusform>只列出最近 %Ln 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted on this computer after each pull, a day at a time.</source>
        <translation>每次同步后在本机统计，每天一次。</translation>
    </message>
    <message>
        <source>Customers are counted once a day, after a pull. Come back tomorrow to see what moves.</source>
        <translation>每天同步后统计一次客户，明天再来查看变化。</translation>
    </message>
    <message>
        <source>No day was counted yet</source>
        <translation>还没有统计数据</translation>
    </message>
    <message>
        <source>Nothing in these days</source>
        <translation>这些日期没有数据</translation>
    </message>
    <message>
        <source>Choose other days or other agents.</source>
        <translation>请选择其他日期或其他客服。</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在查询服务器…</translation>
    </message>
    <message>
        <source>Figures that were fetched once can be read without a network.</source>
        <translation>获取过的统计离线也能查看。</translation>
    </message>
    <message>
        <source>These figures are not on this computer yet</source>
        <translation>本机还没有这些统计</translation>
    </message>
    <message>
        <source>As of {time}.</source>
        <translation>数据截至 {time}。</translation>
    </message>
    <message>
        <source>Offline. As of {time}.</source>
        <translation>离线，数据截至 {time}。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) copied</source>
        <translation>
            <numerusform>已复制 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the figures</source>
        <translation>导出统计</translation>
    </message>
    <message>
        <source>Written to {file}</source>
        <translation>已写入 {file}</translation>
    </message>
</context>
<context>
    <name>FileStep</name>
    <message>
        <source>Choose a table</source>
        <translation>选择表格</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv *.tsv *.txt)</source>
        <translation>表格 (*.xlsx *.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Drop a table here, or choose one</source>
        <translation>将表格拖到此处，或选择文件</translation>
    </message>
    <message>
        <source>An Excel workbook (.xlsx) or a CSV file. The first row names the columns.</source>
        <translation>Excel 工作簿（.xlsx）或 CSV 文件，首行为各列的名称。</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>A row is about the customer with the same customer ID, docking ID, phone or e-mail; if there is none, a new customer is made. Blank cells leave what is there, tags are added. Before anything is sent you see what each row would do.</source>
        <translation>每行对应客户 ID、对接 ID、电话或邮箱相同的客户；没有时新建客户。空单元格保留原有内容，标签为追加。发送之前，您会看到每一行的结果。</translation>
    </message>
    <message numerus="yes">
        <source>{file}: %Ln row(s)</source>
        <translation>
            <numerusform>{file}：%Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterAsking</name>
    <message>
        <source>Filter by…</source>
        <translation>按条件筛选…</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>添加筛选条件</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>清空搜索和筛选</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Filter. Enter changes it, Delete removes it.</source>
        <translation>筛选条件。按 Enter 修改，按 Delete 移除。</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Has a phone number</source>
        <translation>有电话</translation>
    </message>
    <message>
        <source>Has an e-mail address</source>
        <translation>有邮箱</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>负责客服</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区/县</translation>
    </message>
    <message>
        <source>{filter}: {value}</source>
        <translation>{filter}：{value}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>any of {tags}</source>
        <translation>任一：{tags}</translation>
    </message>
    <message>
        <source>all of {tags}</source>
        <translation>全部：{tags}</translation>
    </message>
    <message>
        <source>none of {tags}</source>
        <translation>不含：{tags}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>任意时间</translation>
    </message>
    <message>
        <source>Has no phone number</source>
        <translation>无电话</translation>
    </message>
    <message>
        <source>Has no e-mail address</source>
        <translation>无邮箱</translation>
    </message>
    <message>
        <source>No {field}</source>
        <translation>无{field}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>最近 90 天</translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation>最近 365 天</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Welcome to Kefu Desk</source>
        <translation>欢迎使用 Kefu Desk</translation>
    </message>
    <message>
        <source>Connect your Sobot account</source>
        <translation>连接您的智齿账号</translation>
    </message>
    <message>
        <source>You need your company&apos;s appid and app_key; an administrator finds them in the Sobot console.</source>
        <translation>需要贵公司的 appid 和 app_key，管理员可在智齿控制台中查看。</translation>
    </message>
    <message>
        <source>As this computer</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Just looking?</source>
        <translation>只想看看？</translation>
    </message>
    <message>
        <source>The demo runs on this computer alone, with invented customers. Try everything; nothing is sent and nothing is kept.</source>
        <translation>演示只在本机运行，客户均为虚构。可随意尝试，不会发送也不会保留任何内容。</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>New company</source>
        <translation>新建企业</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Create a company</source>
        <translation>创建企业</translation>
    </message>
    <message>
        <source>Company name</source>
        <translation>企业名称</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>域名</translation>
    </message>
    <message>
        <source>Such as example.com</source>
        <translation>例如 example.com</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>客户状态</translation>
    </message>
    <message>
        <source>Sobot sent custom fields that cannot be read. They stay as they are and cannot be changed here.</source>
        <translation>智齿返回的自定义字段无法读取，将保持原样，此处不能修改。</translation>
    </message>
    <message>
        <source>This customer was removed or merged into another one meanwhile. What you entered is still here.</source>
        <translation>该客户已被删除或合并到其他客户。您填写的内容仍保留在这里。</translation>
    </message>
    <message>
        <source>Create a new customer from it</source>
        <translation>以此新建客户</translation>
    </message>
    <message>
        <source>Edit {customer}</source>
        <translation>编辑 {customer}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Change {fields} of {customer}</source>
        <translation>修改 {customer} 的{fields}</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>Create a customer</source>
        <translation>创建客户</translation>
    </message>
    <message>
        <source>Sobot takes new companies but never lists them: once created, it is found here as soon as a customer names it.</source>
        <translation>智齿可以创建企业，但不提供企业列表：创建后，只有当客户关联该企业时，才能在这里找到它。</translation>
    </message>
    <message>
        <source>Create the customer {name}</source>
        <translation>创建客户 {name}</translation>
    </message>
    <message>
        <source>Create the company {name}</source>
        <translation>创建企业 {name}</translation>
    </message>
    <message>
        <source>Tags are changed beside the table and in the panel.</source>
        <translation>标签在列表和详情面板中修改。</translation>
    </message>
</context>
<context>
    <name>FormFrame</name>
    <message>
        <source>Nothing changed: there is nothing to save</source>
        <translation>没有改动，无需保存</translation>
    </message>
    <message>
        <source>Open in a window of its own</source>
        <translation>在独立窗口中打开</translation>
    </message>
    <message>
        <source>Close the form</source>
        <translation>关闭表单</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Unsaved changes of {time} restored</source>
        <translation>已恢复 {time} 未保存的修改</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>放弃这些修改</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) must be corrected before it can be saved:</source>
        <translation>
            <numerusform>有 %n 处需要修正后才能保存：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormOutcomes</name>
    <message>
        <source>The company {name} was created in Sobot</source>
        <translation>已在智齿中创建企业 {name}</translation>
    </message>
    <message>
        <source>Sobot knew {name} already: the existing customer was updated, none was created</source>
        <translation>智齿中已有 {name}：更新了现有客户，没有新建</translation>
    </message>
    <message>
        <source>{name} was created in Sobot</source>
        <translation>已在智齿中创建 {name}</translation>
    </message>
    <message>
        <source>{what}: somebody else changed the same meanwhile</source>
        <translation>{what}：期间已被他人修改</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>修改</translation>
    </message>
</context>
<context>
    <name>FormScreens</name>
    <message>
        <source>Saved for {customer}: {fields}</source>
        <translation>已保存 {customer} 的{fields}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Saved, on its way to Sobot</source>
        <translation>已保存，正在发送到智齿</translation>
    </message>
    <message>
        <source>What you entered for {customer} is kept as a draft</source>
        <translation>为 {customer} 填写的内容已保存为草稿</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
</context>
<context>
    <name>FormSection</name>
    <message>
        <source>Hide {section}</source>
        <translation>收起{section}</translation>
    </message>
    <message>
        <source>Show {section}</source>
        <translation>展开{section}</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n 分钟前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n 小时前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupDialog</name>
    <message>
        <source>Split {tags} off into a new group</source>
        <translation>将 {tags} 拆分到新标签组</translation>
    </message>
    <message>
        <source>New tag group</source>
        <translation>新建标签组</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>A customer may have</source>
        <translation>一个客户可以有</translation>
    </message>
    <message>
        <source>Several tags of the group</source>
        <translation>组内多个标签</translation>
    </message>
    <message>
        <source>One tag of the group</source>
        <translation>组内一个标签</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Create group</source>
        <translation>创建标签组</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>One a line. More can be added later.</source>
        <translation>每行一个，以后可继续添加。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>GroupHead</name>
    <message>
        <source>Its colour on the server, “{colour}”, is none. It is shown as neutral and left as it is.</source>
        <translation>服务器上的颜色“{colour}”无效，以中性色显示，原值保持不变。</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Allow one only</source>
        <translation>改为单选</translation>
    </message>
    <message>
        <source>Allow several</source>
        <translation>改为多选</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>GroupList</name>
    <message>
        <source>Tag groups</source>
        <translation>标签组</translation>
    </message>
</context>
<context>
    <name>HandoverWords</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln 位客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assigned %Ln customer(s) to {agent}</source>
        <translation>
            <numerusform>已将 %Ln 位客户分配给 {agent}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Assigned %Ln customer(s) to {agents} agents in turn</source>
        <translation>
            <numerusform>已将 %Ln 位客户依次分配给 {agents} 位客服</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Claimed %Ln customer(s)</source>
        <translation>
            <numerusform>已领取 %Ln 位客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln customer(s) into the pool</source>
        <translation>
            <numerusform>已将 %Ln 位客户放入客户池</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln customer(s) into the pool as invalid</source>
        <translation>
            <numerusform>已将 %Ln 位客户作为无效客户放入客户池</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln customer(s) into the pool?</source>
        <translation>
            <numerusform>将 %Ln 位客户放入客户池？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln customer(s) into the pool as invalid?</source>
        <translation>
            <numerusform>将 %Ln 位客户作为无效客户放入客户池？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waited for an agent: no undo makes a customer wait again.</source>
        <translation>
            <numerusform>其中 %Ln 位原为待分配：无法撤销为待分配状态。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have no agent to go back to: for these there is no undo, only a new assignment.</source>
        <translation>
            <numerusform>其中 %Ln 位没有可退回的客服：无法撤销，只能重新分配。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new customer(s) left out: new ones cannot be assigned, only put into the pool first.</source>
        <translation>
            <numerusform>已略过 %Ln 位新客户：新客户不能直接分配，请先放入客户池。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: colleagues follow them. Assign changes the agent.</source>
        <translation>
            <numerusform>已略过 %Ln 位：同事正在跟进。可用“分配”更换客服。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already so.</source>
        <translation>
            <numerusform>%Ln 位已是如此。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out: their list is not known on this computer.</source>
        <translation>
            <numerusform>已略过 %Ln 位：本机不知道其所在列表。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryFilter</name>
    <message>
        <source>What is shown of the history</source>
        <translation>显示哪些历史</translation>
    </message>
</context>
<context>
    <name>ImportFlow</name>
    <message>
        <source>Fetching what changed on the server…</source>
        <translation>正在获取服务器上的更改…</translation>
    </message>
    <message>
        <source>Looking at the rows…</source>
        <translation>正在检查各行…</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>导入 {file}</translation>
    </message>
    <message>
        <source>Compared with the server as of {time}.</source>
        <translation>与服务器 {time} 的数据比较。</translation>
    </message>
    <message>
        <source>No connection: compared with what this computer knows, as of {time}.</source>
        <translation>没有连接：与本机 {time} 的数据比较。</translation>
    </message>
</context>
<context>
    <name>ImportRows</name>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Customer, or what to correct</source>
        <translation>客户，或需要修改的内容</translation>
    </message>
</context>
<context>
    <name>ImportScreens</name>
    <message>
        <source>Save the rows that were not imported</source>
        <translation>保存未导入的行</translation>
    </message>
    <message>
        <source>{name} - to correct</source>
        <translation>{name} - 待修改</translation>
    </message>
    <message>
        <source>Written to {file}: correct it there, then import that file.</source>
        <translation>已写入 {file}：请在其中修改，然后导入该文件。</translation>
    </message>
</context>
<context>
    <name>ImportWindow</name>
    <message>
        <source>Import customers</source>
        <translation>导入客户</translation>
    </message>
    <message>
        <source>{step} (this step)</source>
        <translation>{step}（当前步骤）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln row(s)</source>
        <translation>
            <numerusform>导入 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>1  File</source>
        <translation>1  文件</translation>
    </message>
    <message>
        <source>2  Columns</source>
        <translation>2  列</translation>
    </message>
    <message>
        <source>3  Check</source>
        <translation>3  检查</translation>
    </message>
    <message>
        <source>4  Import</source>
        <translation>4  导入</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>All {number}</source>
        <translation>全部 {number}</translation>
    </message>
    <message>
        <source>New {number}</source>
        <translation>新建 {number}</translation>
    </message>
    <message>
        <source>Changes {number}</source>
        <translation>更改 {number}</translation>
    </message>
    <message>
        <source>Unchanged {number}</source>
        <translation>不变 {number}</translation>
    </message>
    <message>
        <source>Problems {number}</source>
        <translation>有问题 {number}</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>未命名</translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) are created</source>
        <translation>
            <numerusform>新建 %Ln 位客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change</source>
        <translation>
            <numerusform>更改 %Ln 位</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay as they are</source>
        <translation>
            <numerusform>%Ln 位不变</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) have a problem and are left out</source>
        <translation>
            <numerusform>%Ln 行有问题，不会导入</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Progress of the job</source>
        <translation>任务进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>另有 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>JobScreens</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>JobWords</name>
    <message>
        <source>Undo: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>Tag: {names}</source>
        <translation>打标签：{names}</translation>
    </message>
    <message>
        <source>Merge {first} into {last}</source>
        <translation>将 {first} 合并到 {last}</translation>
    </message>
    <message>
        <source>Move {first} to {last}</source>
        <translation>将 {first} 移到 {last}</translation>
    </message>
    <message>
        <source>Split {first} off into {last}</source>
        <translation>将 {first} 拆分到 {last}</translation>
    </message>
    <message>
        <source>Delete the group {names}</source>
        <translation>删除标签组 {names}</translation>
    </message>
    <message>
        <source>Delete the tag {names}</source>
        <translation>删除标签 {names}</translation>
    </message>
    <message>
        <source>Leave one tag of {names}</source>
        <translation>{names} 只保留一个标签</translation>
    </message>
    <message>
        <source>Import {names}</source>
        <translation>导入 {names}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <source>{rate}/s</source>
        <translation>{rate}/秒</translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln 位失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>cancelled after %Ln customer(s)</source>
        <translation>
            <numerusform>完成 %Ln 位客户后取消</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) done</source>
        <translation>
            <numerusform>已完成 %Ln 位客户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change the tags of %Ln customer(s)?</source>
        <translation>
            <numerusform>更改 %Ln 位客户的标签？</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge these tags?</source>
        <translation>合并这些标签？</translation>
    </message>
    <message>
        <source>Move these tags to another group?</source>
        <translation>将这些标签移到另一标签组？</translation>
    </message>
    <message>
        <source>Delete this?</source>
        <translation>确定删除？</translation>
    </message>
    <message>
        <source>Leave every customer one tag of the group?</source>
        <translation>让每位客户只保留该组的一个标签？</translation>
    </message>
    <message>
        <source>Delete the tags {names}</source>
        <translation>删除标签 {names}</translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln customer(s)?</source>
        <translation>
            <numerusform>修改 %Ln 位客户？</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>KeyRows</name>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>固定</translation>
    </message>
</context>
<context>
    <name>KeyboardPage</name>
    <message>
        <source>Search actions or keys…</source>
        <translation>搜索操作或按键…</translation>
    </message>
    <message>
        <source>Search actions or keys</source>
        <translation>搜索操作或按键</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其快捷键</translation>
    </message>
    <message>
        <source>Press the new keys; Esc leaves them as they are</source>
        <translation>请按下新的快捷键，按 Esc 保持不变</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新的快捷键</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>更改快捷键…</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>不设快捷键</translation>
    </message>
    <message>
        <source>Back to the standard</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>All back to the standard</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Use them here</source>
        <translation>改用于此处</translation>
    </message>
    <message>
        <source>Leave them there</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>{keys} belongs to “{action}”.</source>
        <translation>{keys} 已用于“{action}”。</translation>
    </message>
</context>
<context>
    <name>KindChoice</name>
    <message>
        <source>What the stage means</source>
        <translation>阶段类型</translation>
    </message>
</context>
<context>
    <name>LastImport</name>
    <message>
        <source>Save them…</source>
        <translation>保存这些行…</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>不再提示</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) of {file} were not imported ({time}).</source>
        <translation>
            <numerusform>{file} 中有 %Ln 行未导入（{time}）。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeavingDialog</name>
    <message>
        <source>Save what you entered?</source>
        <translation>保存已填写的内容吗？</translation>
    </message>
    <message>
        <source>Not saved yet: {fields}. A draft is kept on this computer only.</source>
        <translation>尚未保存：{fields}。草稿只保存在本机。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Keep as draft</source>
        <translation>存为草稿</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Kefu Desk is made of these parts. Qt and PySide6 are used under the LGPL, version 3: their entries say where the sources are and how to put your own libraries in their place.</source>
        <translation>Kefu Desk 由以下部分组成。Qt 和 PySide6 按 LGPL 第 3 版使用：其条目说明源代码在哪里，以及如何换用您自己的库。</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>Licence text</source>
        <translation>许可证正文</translation>
    </message>
</context>
<context>
    <name>LineBar</name>
    <message>
        <source>The chosen edit</source>
        <translation>选中的修改</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>处理冲突…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>ListEdit</name>
    <message>
        <source>Remove {name}</source>
        <translation>删除{name}</translation>
    </message>
    <message numerus="yes">
        <source>%n more, kept as they are</source>
        <translation>
            <numerusform>另有 %n 项，保持不变</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListEditor</name>
    <message>
        <source>Add another</source>
        <translation>再添加一个</translation>
    </message>
</context>
<context>
    <name>ListState</name>
    <message>
        <source>Pull them from Sobot once; from then on they are here even without a network.</source>
        <translation>从智齿拉取一次，之后没有网络也能查看。</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>还没有客户</translation>
    </message>
    <message>
        <source>Pull now</source>
        <translation>立即拉取</translation>
    </message>
    <message>
        <source>They appear here while the pull goes on. You can search as soon as they do.</source>
        <translation>拉取过程中客户会陆续出现，出现后即可搜索。</translation>
    </message>
    <message>
        <source>The first customers are on their way</source>
        <translation>首批客户即将到达</translation>
    </message>
    <message>
        <source>Nobody among the customers on this computer fits the search and all filters.</source>
        <translation>本机的客户中没有人符合搜索和全部筛选条件。</translation>
    </message>
    <message>
        <source>No customer matches</source>
        <translation>没有符合条件的客户</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>清空搜索和筛选</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Type what you want to do…</source>
        <translation>输入想做的事…</translation>
    </message>
    <message>
        <source>Kefu Desk</source>
        <translation>Kefu Desk</translation>
    </message>
</context>
<context>
    <name>ManyEditor</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Tags: {count}</source>
        <translation>标签：{count}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Blacklisted</source>
        <translation>黑名单</translation>
    </message>
    <message>
        <source>Other fields from the server</source>
        <translation>服务器返回的其他字段</translation>
    </message>
    <message>
        <source>Identifiers</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Customer ID</source>
        <translation>客户 ID</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>Real name</source>
        <translation>真实姓名</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>VIP level</source>
        <translation>VIP 等级</translation>
    </message>
    <message>
        <source>Language code</source>
        <translation>语言代码</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Time zone ID</source>
        <translation>时区 ID</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>QQ</source>
        <translation>QQ</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Docking ID</source>
        <translation>对接 ID</translation>
    </message>
    <message>
        <source>Visitor IDs</source>
        <translation>访客 ID</translation>
    </message>
    <message>
        <source>Country ID</source>
        <translation>国家 ID</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Province ID</source>
        <translation>省 ID</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省</translation>
    </message>
    <message>
        <source>City ID</source>
        <translation>市 ID</translation>
    </message>
    <message>
        <source>City</source>
        <translation>市</translation>
    </message>
    <message>
        <source>District ID</source>
        <translation>区/县 ID</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区/县</translation>
    </message>
    <message>
        <source>Company ID</source>
        <translation>公司 ID</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Customer list</source>
        <translation>客户分类</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>跟进阶段</translation>
    </message>
    <message>
        <source>Agent ID</source>
        <translation>客服 ID</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>负责客服</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>业务标签</translation>
    </message>
    <message>
        <source>WeCom tags</source>
        <translation>企微标签</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Fixed fields</source>
        <translation>固定字段</translation>
    </message>
    <message>
        <source>Extension fields</source>
        <translation>扩展字段</translation>
    </message>
    <message>
        <source>WeCom external ID</source>
        <translation>企微外部联系人 ID</translation>
    </message>
    <message>
        <source>App union ID</source>
        <translation>自建应用 UnionID</translation>
    </message>
    <message>
        <source>WeChat external IDs</source>
        <translation>微信 ExternalUserID</translation>
    </message>
    <message>
        <source>WeChat union IDs</source>
        <translation>微信 UnionID</translation>
    </message>
    <message>
        <source>WeChat open IDs</source>
        <translation>微信 OpenID</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>Facebook</source>
        <translation>Facebook</translation>
    </message>
    <message>
        <source>Instagram</source>
        <translation>Instagram</translation>
    </message>
    <message>
        <source>LINE</source>
        <translation>LINE</translation>
    </message>
    <message>
        <source>Telegram</source>
        <translation>Telegram</translation>
    </message>
    <message>
        <source>Discord</source>
        <translation>Discord</translation>
    </message>
    <message>
        <source>WeCom employees added</source>
        <translation>已添加的企微员工</translation>
    </message>
    <message>
        <source>Development mode</source>
        <translation>开发模式</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Created on</source>
        <translation>创建日期</translation>
    </message>
    <message>
        <source>Created through</source>
        <translation>创建方式</translation>
    </message>
    <message>
        <source>Creator ID</source>
        <translation>创建人 ID</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>创建人</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新时间</translation>
    </message>
    <message>
        <source>Updater ID</source>
        <translation>更新人 ID</translation>
    </message>
    <message>
        <source>Updated by</source>
        <translation>更新人</translation>
    </message>
    <message>
        <source>Record status</source>
        <translation>记录状态</translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>企业 ID</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Social accounts</source>
        <translation>社交账号</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>To assign</source>
        <translation>待分配</translation>
    </message>
    <message>
        <source>Following up</source>
        <translation>跟进中</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>客户池</translation>
    </message>
    <message>
        <source>Third-party development</source>
        <translation>第三方开发</translation>
    </message>
    <message>
        <source>Self-built app</source>
        <translation>自建应用代开发</translation>
    </message>
    <message>
        <source>Collection bot</source>
        <translation>催收机器人</translation>
    </message>
    <message>
        <source>Reception bot</source>
        <translation>接待机器人</translation>
    </message>
    <message>
        <source>Voice bot</source>
        <translation>语音机器人</translation>
    </message>
    <message>
        <source>Telemarketing bot</source>
        <translation>外呼机器人</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>触发器</translation>
    </message>
    <message>
        <source>Scheduled task</source>
        <translation>定时任务</translation>
    </message>
</context>
<context>
    <name>NoBans</name>
    <message>
        <source>No ban matches</source>
        <translation>没有符合条件的记录</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>清除搜索和筛选</translation>
    </message>
    <message>
        <source>It comes with the first pull.</source>
        <translation>首次拉取时会获取。</translation>
    </message>
    <message>
        <source>The blacklist is on its way</source>
        <translation>正在获取黑名单</translation>
    </message>
    <message>
        <source>Fetch it now</source>
        <translation>立即获取</translation>
    </message>
    <message>
        <source>Who is on it cannot write in. B puts whoever is selected on it, from any list.</source>
        <translation>黑名单中的客户无法发起会话。在任何列表中选中客户后按 B 即可拉黑。</translation>
    </message>
    <message>
        <source>Nobody is blacklisted</source>
        <translation>黑名单为空</translation>
    </message>
</context>
<context>
    <name>NoGroups</name>
    <message>
        <source>The tags are on their way</source>
        <translation>标签正在路上</translation>
    </message>
    <message>
        <source>They come with the first pull.</source>
        <translation>首次拉取时会一并获取。</translation>
    </message>
    <message>
        <source>A group holds tags of one kind, such as “Intent” or “Channel”, in one colour.</source>
        <translation>一个标签组存放同一类标签，例如“意向”或“渠道”，使用同一种颜色。</translation>
    </message>
    <message>
        <source>No tag groups yet</source>
        <translation>还没有标签组</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新建标签组</translation>
    </message>
</context>
<context>
    <name>NoStages</name>
    <message>
        <source>They come with the first pull.</source>
        <translation>首次拉取后即可看到。</translation>
    </message>
    <message>
        <source>The stages are on their way</source>
        <translation>跟进阶段正在拉取</translation>
    </message>
    <message>
        <source>Follow-up stages are made in the Sobot console. They come here with the next pull.</source>
        <translation>跟进阶段在智齿工作台中设置，下次拉取后会出现在这里。</translation>
    </message>
    <message>
        <source>No follow-up stages yet</source>
        <translation>还没有跟进阶段</translation>
    </message>
    <message>
        <source>Pull now</source>
        <translation>立即拉取</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Edit</source>
        <translation>修改内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Add {tags} to {customer}</source>
        <translation>给 {customer} 添加 {tags}</translation>
    </message>
    <message>
        <source>Remove {tags} from {customer}</source>
        <translation>从 {customer} 移除 {tags}</translation>
    </message>
    <message>
        <source>Record for {customer}: {text}</source>
        <translation>{customer} 的跟进记录：{text}</translation>
    </message>
    <message>
        <source>Changed by somebody else too</source>
        <translation>他人也作了修改</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Sent, being checked</source>
        <translation>已发出，正在核实</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>The answer never came. Before anything is sent again, the server is asked what it has.</source>
        <translation>没有收到回复。再次发送之前，会先向服务器查询结果。</translation>
    </message>
    <message>
        <source>It is on its way. Its answer comes in a moment.</source>
        <translation>正在发送，稍后即有结果。</translation>
    </message>
    <message>
        <source>It is stored on this computer and leaves by itself.</source>
        <translation>已保存在本机，会自动发送。</translation>
    </message>
    <message>
        <source>An edit was refused: see the outbox</source>
        <translation>有修改被拒绝：请查看待发送</translation>
    </message>
    <message>
        <source>Delete the tag “{name}”</source>
        <translation>删除标签“{name}”</translation>
    </message>
    <message>
        <source>Delete the group “{name}”</source>
        <translation>删除标签组“{name}”</translation>
    </message>
    <message>
        <source>“{name}”: {what}</source>
        <translation>“{name}”：{what}</translation>
    </message>
</context>
<context>
    <name>OutboxDeciding</name>
    <message numerus="yes">
        <source>Discard %n edit(s)?</source>
        <translation>
            <numerusform>放弃 %n 项修改？</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}. What it changed here goes back to what Sobot has.</source>
        <translation>{what}。此处将恢复为智齿上的内容。</translation>
    </message>
    <message>
        <source>What they changed here goes back to what Sobot has.</source>
        <translation>此处将恢复为智齿上的内容。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message numerus="yes">
        <source>Discarded %n edit(s)</source>
        <translation>
            <numerusform>已放弃 %n 项修改</numerusform>
        </translation>
    </message>
    <message>
        <source>Search tags…</source>
        <translation>搜索标签…</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Outbox</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>全部重试</translation>
    </message>
    <message>
        <source>Edits that are not sent yet</source>
        <translation>尚未发送的修改</translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>全部已发送</translation>
    </message>
    <message>
        <source>Edits wait here when there is no network, or when Sobot refuses one.</source>
        <translation>没有网络或被智齿拒绝时，修改会在这里等待。</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Passphrase of “{account}”</source>
        <translation>“{account}”的口令</translation>
    </message>
    <message>
        <source>This computer has no key store, so the files of this account open with your passphrase.</source>
        <translation>本机没有密钥库，需用口令打开此账号的文件。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>This computer has no key store</source>
        <translation>本机没有密钥库</translation>
    </message>
    <message>
        <source>Choose a passphrase to keep customers and keys encrypted on this computer; you are asked for it at each start and nobody can recover it. Or keep everything in memory: then all of it is pulled again at the next start.</source>
        <translation>设置口令可将客户资料和密钥加密保存在本机；每次启动都需输入，且无人能够找回。也可以只放在内存中，下次启动时重新拉取。</translation>
    </message>
    <message>
        <source>Use this passphrase</source>
        <translation>使用此口令</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>Keep in memory only</source>
        <translation>只放在内存中</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same one twice.</source>
        <translation>两次输入的口令不同，请输入相同的口令。</translation>
    </message>
</context>
<context>
    <name>PasteButton</name>
    <message>
        <source>Paste a contact</source>
        <translation>粘贴联系人</translation>
    </message>
    <message>
        <source>Splits a copied name, phone and address into the fields</source>
        <translation>把复制的姓名、电话和地址拆分到各个字段</translation>
    </message>
</context>
<context>
    <name>PasteOffer</name>
    <message>
        <source>This looks like a whole contact: {parts}</source>
        <translation>这看起来是一条完整的联系人信息：{parts}</translation>
    </message>
    <message>
        <source>Split it into the fields</source>
        <translation>拆分到各字段</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原样</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>The customers of the others get this one instead; the others are deleted.</source>
        <translation>其他标签的客户将改用此标签；其他标签会被删除。</translation>
    </message>
    <message>
        <source>Which tag stays?</source>
        <translation>保留哪个标签？</translation>
    </message>
    <message>
        <source>The tags keep their names, parameter names and customers.</source>
        <translation>标签的名称、参数名和客户都保持不变。</translation>
    </message>
    <message>
        <source>Move to which group?</source>
        <translation>移到哪个标签组？</translation>
    </message>
    <message>
        <source>Put which group in order?</source>
        <translation>整理哪个标签组？</translation>
    </message>
    <message>
        <source>Each of these groups allows one tag only.</source>
        <translation>这些标签组都只允许一个标签。</translation>
    </message>
    <message>
        <source>Who has several and not this one keeps the first in the order of the list.</source>
        <translation>有多个标签但没有此标签的客户，保留列表中最靠前的一个。</translation>
    </message>
    <message>
        <source>Which tag stays when a customer has several?</source>
        <translation>客户有多个标签时保留哪一个？</translation>
    </message>
    <message>
        <source>Type to search…</source>
        <translation>输入以搜索…</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>搜索列表</translation>
    </message>
</context>
<context>
    <name>PickerPopup</name>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>PlainLabel</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ProbeLines</name>
    <message>
        <source>Result of the test</source>
        <translation>测试结果</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>未测试</translation>
    </message>
    <message numerus="yes">
        <source>The clock differs from the server&apos;s by %n second(s). It harms nothing.</source>
        <translation>
            <numerusform>本机时钟与服务器相差 %n 秒，不影响使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>The server answers</source>
        <translation>服务器可以访问</translation>
    </message>
    <message>
        <source>The connection is secure</source>
        <translation>连接安全</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>时钟准确</translation>
    </message>
    <message>
        <source>appid and app_key are accepted</source>
        <translation>appid 和 app_key 有效</translation>
    </message>
    <message>
        <source>The plan includes API access</source>
        <translation>套餐包含 API 权限</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Version {version} of Kefu Desk is there.</source>
        <translation>Kefu Desk 有新版本 {version}。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Something went wrong inside Kefu Desk. Your data is safe and you can go on working.</source>
        <translation>Kefu Desk 内部出错。您的数据安全，可以继续工作。</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
</context>
<context>
    <name>Pulling</name>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>RecordComposer</name>
    <message>
        <source>What happened? Write a follow-up record…</source>
        <translation>写一条跟进记录…</translation>
    </message>
    <message>
        <source>New follow-up record</source>
        <translation>新的跟进记录</translation>
    </message>
    <message>
        <source>Save record</source>
        <translation>保存记录</translation>
    </message>
    <message>
        <source>Save the record (Ctrl+Return)</source>
        <translation>保存记录（Ctrl+Return）</translation>
    </message>
    <message>
        <source>Cannot be changed or deleted later</source>
        <translation>发送后无法修改或删除</translation>
    </message>
    <message>
        <source>Sobot has no way to change or delete a record once it was sent.</source>
        <translation>智齿没有修改或删除已发送记录的接口。</translation>
    </message>
</context>
<context>
    <name>RefusalBar</name>
    <message>
        <source>Refused edit</source>
        <translation>被拒绝的修改</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>RegionEditor</name>
    <message>
        <source>Find by name, pinyin or initials</source>
        <translation>按名称、拼音或首字母查找</translation>
    </message>
    <message>
        <source>First choose: {field}</source>
        <translation>请先选择：{field}</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>正在获取…</translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message>
        <source>Delete the group “{name}”?</source>
        <translation>删除标签组“{name}”？</translation>
    </message>
    <message>
        <source>Its tags go with it: {tags}.</source>
        <translation>其中的标签一并删除：{tags}。</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln tag(s)?</source>
        <translation>
            <numerusform>删除 %Ln 个标签？</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the tag “{name}”?</source>
        <translation>删除标签“{name}”？</translation>
    </message>
    <message>
        <source>Type “{name}” to confirm</source>
        <translation>请输入“{name}”以确认</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete group</source>
        <translation>删除标签组</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>It is kept on this computer: Undo builds it again.</source>
        <translation>已保留在本机：撤销即可重建。</translation>
    </message>
    <message>
        <source>Who had it is kept on this computer: Undo builds it again on the same customers.</source>
        <translation>哪些客户有它已保留在本机：撤销即可重建，并还给原来的客户。</translation>
    </message>
    <message>
        <source>Counting the customers who have it…</source>
        <translation>正在统计有此标签的客户…</translation>
    </message>
    <message>
        <source>No customer has it.</source>
        <translation>没有客户有此标签。</translation>
    </message>
    <message>
        <source>{customers} lose what they have of it:</source>
        <translation>{customers}将失去其中的标签：</translation>
    </message>
    <message>
        <source>{customers} lose it:</source>
        <translation>{customers}将失去此标签：</translation>
    </message>
    <message>
        <source>Who had which is kept on this computer: Undo builds them again on the same customers.</source>
        <translation>谁有哪个标签会保留在本机：撤销会把它们重新建立到原来的客户上。</translation>
    </message>
</context>
<context>
    <name>SearchCombo</name>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Nothing to choose</source>
        <translation>没有可选项</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Name, phone, e-mail…</source>
        <translation>姓名、电话、邮箱…</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>搜索客户</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Hide what is typed</source>
        <translation>隐藏输入内容</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入内容</translation>
    </message>
</context>
<context>
    <name>Selection</name>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Assign the selected customers</source>
        <translation>分配所选客户</translation>
    </message>
    <message>
        <source>Blacklist</source>
        <translation>拉黑</translation>
    </message>
    <message>
        <source>Blacklist the selected customers</source>
        <translation>将所选客户加入黑名单</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit the selected customers</source>
        <translation>编辑所选客户</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>跟进阶段</translation>
    </message>
    <message>
        <source>Set the stage of the selected customers</source>
        <translation>设置所选客户的跟进阶段</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>打标签</translation>
    </message>
    <message>
        <source>Tag the selected customers</source>
        <translation>给选中的客户打标签</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Blacklist</source>
        <translation>黑名单</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>All shortcuts</source>
        <translation>全部快捷键</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Tag groups</source>
        <translation>标签组</translation>
    </message>
    <message>
        <source>No group or tag answers the search.</source>
        <translation>没有符合搜索的标签组或标签。</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新建标签组</translation>
    </message>
    <message>
        <source>Near-duplicates</source>
        <translation>近似重复</translation>
    </message>
    <message>
        <source>Broken single choice</source>
        <translation>违反单选的客户</translation>
    </message>
</context>
<context>
    <name>StageAsking</name>
    <message>
        <source>current stage</source>
        <translation>当前阶段</translation>
    </message>
</context>
<context>
    <name>StageDays</name>
    <message>
        <source>since today</source>
        <translation>今天起</translation>
    </message>
    <message>
        <source>In this stage since {time}</source>
        <translation>自 {time} 起处于该阶段</translation>
    </message>
</context>
<context>
    <name>StagePicker</name>
    <message>
        <source>Search stages…</source>
        <translation>搜索跟进阶段…</translation>
    </message>
    <message>
        <source>Note for the history</source>
        <translation>备注（写入客户动态）</translation>
    </message>
</context>
<context>
    <name>StageSetting</name>
    <message>
        <source>Nothing to change: the stage is as wanted already</source>
        <translation>无需更改：已在该阶段</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>StagedWords</name>
    <message numerus="yes">
        <source>%n customer(s) are in “{stage}” now</source>
        <translation>
            <numerusform>%n 位客户已进入“{stage}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) in “{stage}”: {result}</source>
        <translation>
            <numerusform>%n 位客户（{stage}）：{result}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n customer(s) into “{stage}”</source>
        <translation>
            <numerusform>将 %n 位客户移入“{stage}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Staging</name>
    <message>
        <source>Follow-up</source>
        <translation>跟进中</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>跟进结果</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>{customer} is in “{stage}” now</source>
        <translation>{customer} 已进入“{stage}”</translation>
    </message>
    <message>
        <source>Put {customer} into “{stage}”</source>
        <translation>将 {customer} 移入“{stage}”</translation>
    </message>
    <message>
        <source>{customer} in “{stage}”: {result}</source>
        <translation>{customer}（{stage}）：{result}</translation>
    </message>
    <message>
        <source>The stage “{stage}” no longer exists. Nothing was changed.</source>
        <translation>跟进阶段“{stage}”已不存在，未做任何更改。</translation>
    </message>
</context>
<context>
    <name>StallWatch</name>
    <message>
        <source>Measuring how smoothly the window runs. Call it again to see.</source>
        <translation>正在测量窗口运行是否流畅。再执行一次即可查看结果。</translation>
    </message>
    <message numerus="yes">
        <source>Longest wait {longest} ms, 99.9 % up to {most} ms, %n above 16 ms</source>
        <translation>
            <numerusform>最长等待 {longest} 毫秒，99.9 % 不超过 {most} 毫秒，%n 次超过 16 毫秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>{time} 起离线</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Stopped since {time}</source>
        <translation>{time} 起已停止</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>no complete pull yet</source>
        <translation>尚未完整拉取</translation>
    </message>
    <message>
        <source>data of {time} (just now)</source>
        <translation>数据时间 {time}（刚刚）</translation>
    </message>
    <message>
        <source>data of {time} ({age})</source>
        <translation>数据时间 {time}（{age}前）</translation>
    </message>
    <message>
        <source>{rate}/s</source>
        <translation>{rate}/秒</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <source>Pulling</source>
        <translation>正在拉取</translation>
    </message>
    <message>
        <source>Pulling changes</source>
        <translation>正在拉取更新</translation>
    </message>
    <message>
        <source>Pulling stages</source>
        <translation>正在拉取跟进阶段</translation>
    </message>
    <message>
        <source>Checking missing customers</source>
        <translation>正在核对缺失的客户</translation>
    </message>
    <message>
        <source>Pulling regions</source>
        <translation>正在拉取地区</translation>
    </message>
    <message>
        <source>Pulling tags and lists</source>
        <translation>正在拉取标签和字典</translation>
    </message>
    <message>
        <source>You are offline. Go on as usual: edits are kept here and sent later.</source>
        <translation>当前离线，可照常使用：修改会保存在本机，联网后发送。</translation>
    </message>
    <message>
        <source>You are offline since {time}. Go on as usual: edits are kept here and sent later.</source>
        <translation>{time} 起离线，可照常使用：修改会保存在本机，联网后发送。</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the pull</source>
        <translation>取消拉取</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why the connection is not working</source>
        <translation>查看连接失败的原因</translation>
    </message>
    <message>
        <source>Progress of the pull</source>
        <translation>拉取进度</translation>
    </message>
    <message>
        <source>Records of the server that could not be read. They are kept for a later version that can.</source>
        <translation>服务器返回的无法读取的记录，已保留，待后续版本读取。</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 项待发送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edit(s) waiting in the outbox</source>
        <translation>
            <numerusform>待发送中有 %n 项修改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) unreadable</source>
        <translation>
            <numerusform>%n 条记录无法读取</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableFileDialog</name>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
</context>
<context>
    <name>TagAsking</name>
    <message>
        <source>Group of the new tag “{tag}”</source>
        <translation>新标签“{tag}”所属的标签组</translation>
    </message>
    <message>
        <source>Create group “{}”</source>
        <translation>新建标签组“{}”</translation>
    </message>
</context>
<context>
    <name>TagCommands</name>
    <message>
        <source>Name of the group</source>
        <translation>标签组名称</translation>
    </message>
</context>
<context>
    <name>TagFilterPicker</name>
    <message>
        <source>Any</source>
        <translation>任一</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不含</translation>
    </message>
</context>
<context>
    <name>TagPane</name>
    <message>
        <source>Name of the new tag</source>
        <translation>新标签的名称</translation>
    </message>
    <message>
        <source>Tags of the group</source>
        <translation>组内标签</translation>
    </message>
    <message>
        <source>Type a name and press Enter; the next one follows at once.</source>
        <translation>输入名称并按回车，即可继续输入下一个。</translation>
    </message>
    <message>
        <source>No tags in this group yet</source>
        <translation>此组还没有标签</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新建标签</translation>
    </message>
</context>
<context>
    <name>TagPicker</name>
    <message>
        <source>Search tags…</source>
        <translation>搜索标签…</translation>
    </message>
    <message>
        <source>Ctrl+Enter takes several</source>
        <translation>按 Ctrl+Enter 可选多个</translation>
    </message>
    <message>
        <source>Create tag “{}” in…</source>
        <translation>新建标签“{}”到…</translation>
    </message>
    <message numerus="yes">
        <source>Nothing found. A tag&apos;s name has %n character(s) at most.</source>
        <translation>
            <numerusform>没有找到。标签名称最多 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>TagSearch</name>
    <message>
        <source>Search groups and tags…</source>
        <translation>搜索标签组和标签…</translation>
    </message>
    <message>
        <source>Search tags</source>
        <translation>搜索标签</translation>
    </message>
</context>
<context>
    <name>TaggedWords</name>
    <message numerus="yes">
        <source>Added the tag “{tag}” to %n customer(s)</source>
        <translation>
            <numerusform>已给 %n 位客户添加标签“{tag}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed the tag “{tag}” from %n customer(s)</source>
        <translation>
            <numerusform>已从 %n 位客户移除标签“{tag}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changed the tags of %n customer(s)</source>
        <translation>
            <numerusform>已修改 %n 位客户的标签</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tagging</name>
    <message>
        <source>WeCom tags · edited in WeCom only</source>
        <translation>企微标签 · 仅可在企业微信中修改</translation>
    </message>
    <message>
        <source>one of them</source>
        <translation>单选</translation>
    </message>
    <message>
        <source>Created the tag “{tag}”</source>
        <translation>已新建标签“{tag}”</translation>
    </message>
    <message>
        <source>Changed the tags of {customer}</source>
        <translation>已修改 {customer} 的标签</translation>
    </message>
    <message>
        <source>Deleted by somebody else meanwhile: {tags}. The rest stays.</source>
        <translation>已被他人删除：{tags}。其余保持不变。</translation>
    </message>
    <message>
        <source>Added the tag “{tag}” to {customer}</source>
        <translation>已给 {customer} 添加标签“{tag}”</translation>
    </message>
    <message>
        <source>Removed the tag “{tag}” from {customer}</source>
        <translation>已从 {customer} 移除标签“{tag}”</translation>
    </message>
</context>
<context>
    <name>Tags</name>
    <message>
        <source>Not deleted</source>
        <translation>未删除</translation>
    </message>
    <message>
        <source>Not created</source>
        <translation>未创建</translation>
    </message>
    <message>
        <source>Not changed</source>
        <translation>未更改</translation>
    </message>
    <message>
        <source>Sent, not confirmed yet</source>
        <translation>已发送，尚未确认</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Parameter name</source>
        <translation>参数名称</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户数</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Delete the group “{name}”</source>
        <translation>删除标签组“{name}”</translation>
    </message>
    <message>
        <source>Delete the tag “{name}”</source>
        <translation>删除标签“{name}”</translation>
    </message>
    <message>
        <source>Only case, width or blanks differ</source>
        <translation>仅大小写、全半角或空格不同</translation>
    </message>
    <message>
        <source>Same pinyin</source>
        <translation>拼音相同</translation>
    </message>
    <message>
        <source>A letter or two differ</source>
        <translation>相差一两个字母</translation>
    </message>
    <message>
        <source>Multiple choice</source>
        <translation>多选</translation>
    </message>
    <message>
        <source>Single choice</source>
        <translation>单选</translation>
    </message>
    <message>
        <source>Create the group “{name}”</source>
        <translation>创建标签组“{name}”</translation>
    </message>
    <message>
        <source>Rename the group to “{name}”</source>
        <translation>将标签组重命名为“{name}”</translation>
    </message>
    <message>
        <source>Recolour the group to {name}</source>
        <translation>将标签组颜色改为 {name}</translation>
    </message>
    <message>
        <source>Switch the group to: {name}</source>
        <translation>将标签组改为：{name}</translation>
    </message>
    <message>
        <source>Create the tag “{name}”</source>
        <translation>创建标签“{name}”</translation>
    </message>
    <message>
        <source>Rename the tag to “{name}”</source>
        <translation>将标签重命名为“{name}”</translation>
    </message>
    <message>
        <source>Give the tag the parameter name “{name}”</source>
        <translation>将标签的参数名称改为“{name}”</translation>
    </message>
    <message>
        <source>Delete the group</source>
        <translation>删除标签组</translation>
    </message>
    <message>
        <source>Delete the tag</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>Take tags from a customer</source>
        <translation>移除客户的标签</translation>
    </message>
    <message>
        <source>Give a customer tags</source>
        <translation>为客户添加标签</translation>
    </message>
    <message>
        <source>Change the group</source>
        <translation>修改标签组</translation>
    </message>
</context>
<context>
    <name>TagsPage</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>contains…</source>
        <translation>包含…</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>TextLookup</name>
    <message>
        <source>Look up a text in several languages</source>
        <translation>查询多语言文本</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>占位符</translation>
    </message>
    <message>
        <source>As it stands in Sobot, for example {dc_test}</source>
        <translation>与智齿中一致，例如 {dc_test}</translation>
    </message>
    <message>
        <source>Keep markup (rich text)</source>
        <translation>保留富文本标记</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>Nothing was looked up yet.</source>
        <translation>尚未查询。</translation>
    </message>
    <message>
        <source>Deleted in Sobot: kept there, no longer used.</source>
        <translation>已在智齿中删除，不再使用。</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message numerus="yes">
        <source>%n language(s)</source>
        <translation>
            <numerusform>%n 种语言</numerusform>
        </translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>全部语言</translation>
    </message>
    <message>
        <source>Languages: {names}</source>
        <translation>语言：{names}</translation>
    </message>
</context>
<context>
    <name>TextRow</name>
    <message>
        <source>Copy: {title}</source>
        <translation>复制：{title}</translation>
    </message>
    <message>
        <source>No text in this language</source>
        <translation>该语言没有文本</translation>
    </message>
</context>
<context>
    <name>TimeEditor</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Follow-up record</source>
        <translation>跟进记录</translation>
    </message>
    <message>
        <source>Customer created</source>
        <translation>创建客户</translation>
    </message>
    <message>
        <source>Fields edited</source>
        <translation>修改字段</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>跟进阶段</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>已分配</translation>
    </message>
    <message>
        <source>Back to the pool</source>
        <translation>退回客户池</translation>
    </message>
    <message>
        <source>Blacklisted</source>
        <translation>加入黑名单</translation>
    </message>
    <message>
        <source>Off the blacklist</source>
        <translation>移出黑名单</translation>
    </message>
    <message>
        <source>Tags changed</source>
        <translation>标签变更</translation>
    </message>
    <message>
        <source>Closed: order won</source>
        <translation>跟进结果：成交</translation>
    </message>
    <message>
        <source>Closed: order lost</source>
        <translation>跟进结果：失败</translation>
    </message>
    <message>
        <source>Closed: invalid</source>
        <translation>跟进结果：无效</translation>
    </message>
    <message>
        <source>Follow-up result</source>
        <translation>跟进结果</translation>
    </message>
    <message>
        <source>Entry of an unknown kind</source>
        <translation>未知类型的条目</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>At an unknown time</source>
        <translation>时间未知</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Delete withdraws it</source>
        <translation>按 Delete 撤回</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Sent, no answer came: being checked</source>
        <translation>已发送但没有收到答复：正在核实</translation>
    </message>
    <message>
        <source>Nobody is named</source>
        <translation>未注明操作人</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>TimelineList</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation>数据截至 {time}</translation>
    </message>
    <message>
        <source>Offline. As of {time}</source>
        <translation>离线，数据截至 {time}</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>没有此类条目</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>It is fetched as soon as there is a network. Records can be written already.</source>
        <translation>联网后会自动获取。现在就可以写跟进记录。</translation>
    </message>
    <message>
        <source>This history is not on this computer yet</source>
        <translation>本机还没有这位客户的历史</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>还没有任何记录</translation>
    </message>
    <message>
        <source>Write the first record above.</source>
        <translation>可在上方写第一条跟进记录。</translation>
    </message>
</context>
<context>
    <name>TimelineScreens</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Follow-up record</source>
        <translation>跟进记录</translation>
    </message>
    <message>
        <source>Withdrawn. Its text is back in the box.</source>
        <translation>已撤回，内容已放回输入框。</translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>跟进记录</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Loading more…</source>
        <translation>正在加载更多…</translation>
    </message>
    <message>
        <source>Older entries were not fetched yet</source>
        <translation>更早的记录尚未获取</translation>
    </message>
    <message>
        <source>The history begins here</source>
        <translation>没有更早的记录</translation>
    </message>
</context>
<context>
    <name>ToolScreens</name>
    <message>
        <source>The connection is not ready yet</source>
        <translation>连接尚未就绪</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>There is nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>已撤销：{what}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>There is nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>已重做：{what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>ValueLabel</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ViewTabs</name>
    <message>
        <source>Saved views</source>
        <translation>已存视图</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>保存此视图</translation>
    </message>
    <message>
        <source>Save the present search, filters and order as a view</source>
        <translation>将当前的搜索、筛选和排序存为视图</translation>
    </message>
    <message>
        <source>Save as a new view…</source>
        <translation>另存为新视图…</translation>
    </message>
    <message>
        <source>Update to what is shown</source>
        <translation>更新为当前内容</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>左移</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Remove this view</source>
        <translation>移除此视图</translation>
    </message>
</context>
<context>
    <name>Viewing</name>
    <message>
        <source>Save this view as</source>
        <translation>将此视图存为</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Rename this view</source>
        <translation>重命名此视图</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>To assign</source>
        <translation>待分配</translation>
    </message>
    <message>
        <source>Following up</source>
        <translation>跟进中</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>客户池</translation>
    </message>
    <message>
        <source>Blacklisted</source>
        <translation>黑名单</translation>
    </message>
</context>
<context>
    <name>WishDialog</name>
    <message>
        <source>Correct the edit</source>
        <translation>更正修改</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Parameter name</source>
        <translation>参数名</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>WorkLists</name>
    <message>
        <source>say who you are</source>
        <translation>请设置您是哪位客服</translation>
    </message>
</context>
<context>
    <name>YesNoEditor</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>ToastCard</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>Assign %Ln customer(s) to {agent}</source>
        <translation>
            <numerusform>将 %Ln 位客户分配给 {agent}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln customer(s) into the customer pool</source>
        <translation>
            <numerusform>将 %Ln 位客户放入客户池</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln customer(s) into the customer pool as invalid</source>
        <translation>
            <numerusform>将 %Ln 位客户作为无效客户放入客户池</numerusform>
        </translation>
    </message>
</context>
</TS>
